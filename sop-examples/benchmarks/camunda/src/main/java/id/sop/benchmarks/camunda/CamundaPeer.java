package id.sop.benchmarks.camunda;

import id.sop.benchmarks.cost.Bpmn;
import id.sop.benchmarks.cost.CostWorker;
import id.sop.benchmarks.cost.Database;
import id.sop.benchmarks.cost.Peer;
import id.sop.benchmarks.cost.Work;
import id.sop.benchmarks.cost.Work.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * Camunda 7 as its guide sets it up: its own settings, history as it comes, no thread for jobs.
 * What is done is found by the case and the row, then completed.
 */
public final class CamundaPeer implements Peer {
  private final ProcessEngine engine;
  private final Map<String, String> instances = new ConcurrentHashMap<>();

  private CamundaPeer(Database database) {
    engine =
        ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
            .setDataSource(database.durablePool())
            .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
            .setJobExecutorActivate(false)
            .buildProcessEngine();
    for (Work work : Work.values()) {
      engine
          .getRepositoryService()
          .createDeployment()
          .name(work.name())
          .addString(
              Bpmn.key(work) + ".bpmn20.xml",
              Bpmn.of(work, "http://camunda.org/schema/1.0/bpmn", "e:historyTimeToLive=\"P3650D\""))
          .enableDuplicateFiltering(true)
          .deploy();
    }
  }

  public static void main(String[] args) throws Exception {
    CostWorker.serve(args, CamundaPeer::new);
  }

  @Override
  public void start(Work work, String caseId) {
    instances.put(
        caseId,
        engine.getRuntimeService().startProcessInstanceByKey(Bpmn.key(work), caseId).getId());
  }

  @Override
  public void act(Work work, String caseId, Act act) {
    TaskService tasks = engine.getTaskService();
    Task task =
        tasks
            .createTaskQuery()
            .processInstanceId(instances.get(caseId))
            .taskAssignee(act.role())
            .singleResult();
    if (act.decision().isEmpty()) {
      tasks.complete(task.getId());
    } else {
      tasks.complete(task.getId(), Map.of(Bpmn.DECISION, act.decision()));
    }
  }

  @Override
  public List<String> history(Work work, String caseId) {
    List<String> history = new ArrayList<>();
    String instance = instances.remove(caseId);
    engine
        .getHistoryService()
        .createHistoricTaskInstanceQuery()
        .processInstanceId(instance)
        .finished()
        .list()
        .stream()
        // Several may fall into one millisecond: each row of this work is done once.
        .sorted(
            java.util.Comparator.comparing(
                HistoricTaskInstance::getTaskDefinitionKey, CamundaPeer::byNumber))
        .forEach(task -> history.add(task.getName()));
    if (engine
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processInstanceId(instance)
            .finished()
            .count()
        == 1) {
      history.add(Work.END);
    }
    return history;
  }

  private static int byNumber(String one, String other) {
    return Integer.compare(
        Integer.parseInt(one.substring(1)), Integer.parseInt(other.substring(1)));
  }

  @Override
  public void close() {
    engine.close();
  }
}
