namespace Phase1.Demo.Client;

/// <summary>The suite's services in the order of their ports.</summary>
enum SuiteService
{
    BatchOrchestrator,
    EssayLifecycle,
    Nlp,
    ClassManagement,
    FileIntake,
}
