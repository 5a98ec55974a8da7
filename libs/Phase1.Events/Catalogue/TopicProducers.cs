using System.Collections.Frozen;

namespace Phase1.Events;

/// <summary>Who may record what: the services of the suite that a topic belongs to, and whether others may write to it too.</summary>
/// <param name="Services">By their names on the wire; the first is the one that the topic is named after.</param>
/// <param name="IsOpen">Whether producers outside the suite may write, under names of their own.</param>
sealed record TopicProducers(IReadOnlyList<string> Services, bool IsOpen)
{
    static readonly TopicProducers Bos = Only(ServiceNames.BatchOrchestrator);
    static readonly TopicProducers Els = Only(ServiceNames.EssayLifecycle);
    static readonly TopicProducers Cms = Only(ServiceNames.ClassManagement);
    static readonly TopicProducers TicketQueue = Only(ServiceNames.Tickets);
    static readonly TopicProducers Models = Only(ServiceNames.ModelGateway);
    static readonly TopicProducers Feedback = Only(ServiceNames.Feedback);
    static readonly TopicProducers Everybody = new(ServiceNames.All, IsOpen: false);
    static readonly TopicProducers Files = Only(ServiceNames.FileIntake);

    static readonly FrozenDictionary<string, TopicProducers> ByTopic = new Dictionary<string, TopicProducers>
    {
        [Topics.BatchEssaysRegistered] = Bos,
        [Topics.EssayContentProvisioned] = Files.AndOutside(),
        [Topics.EssayValidationFailed] = Files.AndOutside(),
        [Topics.EssaySlotAssigned] = Els,
        [Topics.ExcessContentProvisioned] = Els,
        [Topics.BatchContentProvisioningCompleted] = Els,
        [Topics.BatchValidationErrors] = Els,
        [Topics.InitiateStudentMatching] = Bos,
        [Topics.BatchStudentMatchingRequested] = Els,
        [Topics.BatchAuthorMatchesSuggested] = Only(ServiceNames.Nlp).AndOutside(),
        [Topics.StudentAssociationsConfirmed] = Cms,
        [Topics.BatchEssaysReady] = Els,
        [Topics.RequestPipeline] = Outside(),
        [Topics.PipelineDenied] = Bos,
        [Topics.InitiateSpellcheck] = Bos,
        [Topics.InitiateNlp] = Bos,
        [Topics.InitiateCjAssessment] = Bos,
        [Topics.InitiateAiFeedback] = Bos,
        [Topics.TeacherNotificationRequested] = new TopicProducers(ServiceNames.All, IsOpen: true),
        [Topics.ClassCreated] = Cms,
        [Topics.ClassUpdated] = Cms,
        [Topics.StudentCreated] = Cms,
        [Topics.StudentUpdated] = Cms,
        [Topics.BatchFileAdded] = Files,
        [Topics.ValidationTimeoutProcessed] = Cms,
        [Topics.EssayStudentAssociationUpdated] = Cms,
        [Topics.StudentAssociationsRestated] = Cms,
        [Topics.BatchPhaseCompleted] = Feedback.AndOutside(),
        [Topics.BatchPhaseParked] = Feedback,
        [Topics.BatchPhaseResumed] = Feedback,
        [Topics.BatchPipelineCompleted] = Bos,
        [Topics.BatchStatusChanged] = Bos,
        [Topics.BatchDeleted] = Bos,
        [Topics.AssociationReviewNeeded] = Cms,
        [Topics.TicketOpened] = TicketQueue,
        [Topics.TicketClosed] = TicketQueue,
        [Topics.TicketDeadlineApproaching] = TicketQueue,
        [Topics.TicketDecisionMade] = TicketQueue,
        [Topics.PersonalDataCollectionRequested] = TicketQueue,
        [Topics.PersonalDataCollected] = Everybody,
        [Topics.PersonalDataErasureRequested] = TicketQueue,
        [Topics.PersonalDataErased] = Everybody,
        [Topics.LlmCostRecorded] = Models,
        [Topics.LlmBudgetThresholdReached] = Models,
        [Topics.LlmBudgetChanged] = Models,
        [Topics.LlmCostTrackingFailed] = Models,
        [Topics.LlmCostAnomaly] = Models,
        [Topics.LlmProviderHealthChanged] = Models,
    }.ToFrozenDictionary();

    /// <summary>The producers of a topic of the catalogue.</summary>
    internal static TopicProducers Of(string topic) => ByTopic[topic];

    // A service of the suite has its own topics alone, open ones included: nobody goes by its name elsewhere.
    internal bool Include(string source) => Services.Contains(source) || (IsOpen && !ServiceNames.All.Contains(source));

    static TopicProducers Only(string service) => new([service], IsOpen: false);

    static TopicProducers Outside() => new([], IsOpen: true);

    TopicProducers AndOutside() => this with { IsOpen = true };
}
