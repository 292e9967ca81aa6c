package id.sop.definition;

import id.sop.problem.Place;
import java.util.Optional;

/**
 * A fact that the SOP asks for, on which rules may decide.
 *
 * @param nama its name in rules and commands, such as {@code lokasi}
 * @param domain its type and the values it may take
 * @param wajibPada the row that cannot be completed before this is known; empty when it is optional
 * @param harus the only value with which that row can be completed; empty when any will do
 * @param keterangan what it means
 * @param place where it stands in its file
 */
public record DataField(
    String nama,
    DataDomain domain,
    Optional<StepId> wajibPada,
    Optional<DataValue> harus,
    String keterangan,
    Place place) {}
