using System.Collections.Frozen;

namespace Phase1.Events;

static class FactTopics
{
    static EventsJsonContext Json => EventsJsonContext.Default;

    public static IReadOnlyList<FactTopic> All { get; } =
    [
        new FactTopic<BatchEssaysRegistered>(
            Topics.BatchEssaysRegistered,
            Json.BatchEssaysRegistered,
            Json.EventEnvelopeBatchEssaysRegistered,
            BatchContracts.BatchEssaysRegistered
        ),
        new FactTopic<EssayContentProvisioned>(
            Topics.EssayContentProvisioned,
            Json.EssayContentProvisioned,
            Json.EventEnvelopeEssayContentProvisioned,
            FileContracts.EssayContentProvisioned
        ),
        new FactTopic<EssayValidationFailed>(
            Topics.EssayValidationFailed,
            Json.EssayValidationFailed,
            Json.EventEnvelopeEssayValidationFailed,
            FileContracts.EssayValidationFailed
        ),
        new FactTopic<EssaySlotAssigned>(
            Topics.EssaySlotAssigned,
            Json.EssaySlotAssigned,
            Json.EventEnvelopeEssaySlotAssigned,
            FileContracts.EssaySlotAssigned
        ),
        new FactTopic<ExcessContentProvisioned>(
            Topics.ExcessContentProvisioned,
            Json.ExcessContentProvisioned,
            Json.EventEnvelopeExcessContentProvisioned,
            FileContracts.ExcessContentProvisioned
        ),
        new FactTopic<BatchContentProvisioningCompleted>(
            Topics.BatchContentProvisioningCompleted,
            Json.BatchContentProvisioningCompleted,
            Json.EventEnvelopeBatchContentProvisioningCompleted,
            BatchContracts.BatchContentProvisioningCompleted
        ),
        new FactTopic<BatchValidationErrors>(
            Topics.BatchValidationErrors,
            Json.BatchValidationErrors,
            Json.EventEnvelopeBatchValidationErrors,
            BatchContracts.BatchValidationErrors
        ),
        new FactTopic<InitiateStudentMatching>(
            Topics.InitiateStudentMatching,
            Json.InitiateStudentMatching,
            Json.EventEnvelopeInitiateStudentMatching,
            MatchingContracts.InitiateStudentMatching
        ),
        new FactTopic<BatchStudentMatchingRequested>(
            Topics.BatchStudentMatchingRequested,
            Json.BatchStudentMatchingRequested,
            Json.EventEnvelopeBatchStudentMatchingRequested,
            MatchingContracts.BatchStudentMatchingRequested
        ),
        new FactTopic<BatchAuthorMatchesSuggested>(
            Topics.BatchAuthorMatchesSuggested,
            Json.BatchAuthorMatchesSuggested,
            Json.EventEnvelopeBatchAuthorMatchesSuggested,
            MatchingContracts.BatchAuthorMatchesSuggested
        ),
        new FactTopic<StudentAssociationsConfirmed>(
            Topics.StudentAssociationsConfirmed,
            Json.StudentAssociationsConfirmed,
            Json.EventEnvelopeStudentAssociationsConfirmed,
            AssociationContracts.StudentAssociationsConfirmed
        ),
        new FactTopic<BatchEssaysReady>(
            Topics.BatchEssaysReady,
            Json.BatchEssaysReady,
            Json.EventEnvelopeBatchEssaysReady,
            BatchContracts.BatchEssaysReady
        ),
        new FactTopic<RequestPipeline>(
            Topics.RequestPipeline,
            Json.RequestPipeline,
            Json.EventEnvelopeRequestPipeline,
            PipelineContracts.RequestPipeline
        ),
        new FactTopic<PipelineDenied>(
            Topics.PipelineDenied,
            Json.PipelineDenied,
            Json.EventEnvelopePipelineDenied,
            PipelineContracts.PipelineDenied
        ),
        new FactTopic<InitiatePhase>(
            Topics.InitiateSpellcheck,
            Json.InitiatePhase,
            Json.EventEnvelopeInitiatePhase,
            PipelineContracts.InitiatePhase,
            static fact => fact with { Phase = Phase.Spellcheck }
        ),
        new FactTopic<InitiatePhase>(
            Topics.InitiateNlp,
            Json.InitiatePhase,
            Json.EventEnvelopeInitiatePhase,
            PipelineContracts.InitiatePhase,
            static fact => fact with { Phase = Phase.Nlp }
        ),
        new FactTopic<InitiatePhase>(
            Topics.InitiateCjAssessment,
            Json.InitiatePhase,
            Json.EventEnvelopeInitiatePhase,
            PipelineContracts.InitiatePhase,
            static fact => fact with { Phase = Phase.CjAssessment }
        ),
        new FactTopic<InitiatePhase>(
            Topics.InitiateAiFeedback,
            Json.InitiatePhase,
            Json.EventEnvelopeInitiatePhase,
            PipelineContracts.InitiatePhase,
            static fact => fact with { Phase = Phase.AiFeedback }
        ),
        new FactTopic<TeacherNotificationRequested>(
            Topics.TeacherNotificationRequested,
            Json.TeacherNotificationRequested,
            Json.EventEnvelopeTeacherNotificationRequested,
            NotificationContracts.TeacherNotificationRequested
        ),
        new FactTopic<ClassCreated>(Topics.ClassCreated, Json.ClassCreated, Json.EventEnvelopeClassCreated, ClassContracts.ClassCreated),
        new FactTopic<ClassUpdated>(Topics.ClassUpdated, Json.ClassUpdated, Json.EventEnvelopeClassUpdated, ClassContracts.ClassUpdated),
        new FactTopic<StudentCreated>(
            Topics.StudentCreated,
            Json.StudentCreated,
            Json.EventEnvelopeStudentCreated,
            ClassContracts.StudentCreated
        ),
        new FactTopic<StudentUpdated>(
            Topics.StudentUpdated,
            Json.StudentUpdated,
            Json.EventEnvelopeStudentUpdated,
            ClassContracts.StudentUpdated
        ),
        new FactTopic<BatchFileAdded>(
            Topics.BatchFileAdded,
            Json.BatchFileAdded,
            Json.EventEnvelopeBatchFileAdded,
            FileContracts.BatchFileAdded
        ),
        new FactTopic<ValidationTimeoutProcessed>(
            Topics.ValidationTimeoutProcessed,
            Json.ValidationTimeoutProcessed,
            Json.EventEnvelopeValidationTimeoutProcessed,
            AssociationContracts.ValidationTimeoutProcessed
        ),
        new FactTopic<EssayStudentAssociationUpdated>(
            Topics.EssayStudentAssociationUpdated,
            Json.EssayStudentAssociationUpdated,
            Json.EventEnvelopeEssayStudentAssociationUpdated,
            AssociationContracts.EssayStudentAssociationUpdated
        ),
        new FactTopic<StudentAssociationsRestated>(
            Topics.StudentAssociationsRestated,
            Json.StudentAssociationsRestated,
            Json.EventEnvelopeStudentAssociationsRestated,
            AssociationContracts.StudentAssociationsRestated
        ),
        new FactTopic<BatchPhaseCompleted>(
            Topics.BatchPhaseCompleted,
            Json.BatchPhaseCompleted,
            Json.EventEnvelopeBatchPhaseCompleted,
            PipelineContracts.BatchPhaseCompleted
        ),
        new FactTopic<BatchPhaseParked>(
            Topics.BatchPhaseParked,
            Json.BatchPhaseParked,
            Json.EventEnvelopeBatchPhaseParked,
            PipelineContracts.BatchPhaseParked
        ),
        new FactTopic<BatchPhaseResumed>(
            Topics.BatchPhaseResumed,
            Json.BatchPhaseResumed,
            Json.EventEnvelopeBatchPhaseResumed,
            PipelineContracts.BatchPhaseResumed
        ),
        new FactTopic<BatchPipelineCompleted>(
            Topics.BatchPipelineCompleted,
            Json.BatchPipelineCompleted,
            Json.EventEnvelopeBatchPipelineCompleted,
            PipelineContracts.BatchPipelineCompleted
        ),
        new FactTopic<BatchStatusChanged>(
            Topics.BatchStatusChanged,
            Json.BatchStatusChanged,
            Json.EventEnvelopeBatchStatusChanged,
            BatchContracts.BatchStatusChanged
        ),
        new FactTopic<BatchDeleted>(Topics.BatchDeleted, Json.BatchDeleted, Json.EventEnvelopeBatchDeleted, BatchContracts.BatchDeleted),
        new FactTopic<AssociationReviewNeeded>(
            Topics.AssociationReviewNeeded,
            Json.AssociationReviewNeeded,
            Json.EventEnvelopeAssociationReviewNeeded,
            AssociationContracts.AssociationReviewNeeded
        ),
        new FactTopic<TicketOpened>(Topics.TicketOpened, Json.TicketOpened, Json.EventEnvelopeTicketOpened, TicketContracts.TicketOpened),
        new FactTopic<TicketClosed>(Topics.TicketClosed, Json.TicketClosed, Json.EventEnvelopeTicketClosed, TicketContracts.TicketClosed),
        new FactTopic<TicketDeadlineApproaching>(
            Topics.TicketDeadlineApproaching,
            Json.TicketDeadlineApproaching,
            Json.EventEnvelopeTicketDeadlineApproaching,
            TicketContracts.TicketDeadlineApproaching
        ),
        new FactTopic<TicketDecisionMade>(
            Topics.TicketDecisionMade,
            Json.TicketDecisionMade,
            Json.EventEnvelopeTicketDecisionMade,
            TicketContracts.TicketDecisionMade
        ),
        new FactTopic<PersonalDataCollectionRequested>(
            Topics.PersonalDataCollectionRequested,
            Json.PersonalDataCollectionRequested,
            Json.EventEnvelopePersonalDataCollectionRequested,
            PrivacyContracts.PersonalDataCollectionRequested
        ),
        new FactTopic<PersonalDataCollected>(
            Topics.PersonalDataCollected,
            Json.PersonalDataCollected,
            Json.EventEnvelopePersonalDataCollected,
            PrivacyContracts.PersonalDataCollected
        ),
        new FactTopic<PersonalDataErasureRequested>(
            Topics.PersonalDataErasureRequested,
            Json.PersonalDataErasureRequested,
            Json.EventEnvelopePersonalDataErasureRequested,
            PrivacyContracts.PersonalDataErasureRequested
        ),
        new FactTopic<PersonalDataErased>(
            Topics.PersonalDataErased,
            Json.PersonalDataErased,
            Json.EventEnvelopePersonalDataErased,
            PrivacyContracts.PersonalDataErased
        ),
        new FactTopic<LlmCostRecorded>(
            Topics.LlmCostRecorded,
            Json.LlmCostRecorded,
            Json.EventEnvelopeLlmCostRecorded,
            ModelContracts.LlmCostRecorded
        ),
        new FactTopic<LlmBudgetThresholdReached>(
            Topics.LlmBudgetThresholdReached,
            Json.LlmBudgetThresholdReached,
            Json.EventEnvelopeLlmBudgetThresholdReached,
            ModelContracts.LlmBudgetThresholdReached
        ),
        new FactTopic<LlmBudgetChanged>(
            Topics.LlmBudgetChanged,
            Json.LlmBudgetChanged,
            Json.EventEnvelopeLlmBudgetChanged,
            ModelContracts.LlmBudgetChanged
        ),
        new FactTopic<LlmCostTrackingFailed>(
            Topics.LlmCostTrackingFailed,
            Json.LlmCostTrackingFailed,
            Json.EventEnvelopeLlmCostTrackingFailed,
            ModelContracts.LlmCostTrackingFailed
        ),
        new FactTopic<LlmCostAnomaly>(
            Topics.LlmCostAnomaly,
            Json.LlmCostAnomaly,
            Json.EventEnvelopeLlmCostAnomaly,
            ModelContracts.LlmCostAnomaly
        ),
        new FactTopic<LlmProviderHealthChanged>(
            Topics.LlmProviderHealthChanged,
            Json.LlmProviderHealthChanged,
            Json.EventEnvelopeLlmProviderHealthChanged,
            ModelContracts.LlmProviderHealthChanged
        ),
    ];

    static readonly FrozenDictionary<string, FactTopic> ByName = All.ToFrozenDictionary(topic => topic.Name);
    static readonly FrozenDictionary<Type, FactTopic> ByType = All.GroupBy(topic => topic.Type)
        .Where(topics => topics.Count() == 1)
        .ToFrozenDictionary(topics => topics.Key, topics => topics.Single());

    public static FactTopic? Find(string name) => ByName.GetValueOrDefault(name);

    public static FactTopic Only(Type type) =>
        ByType.GetValueOrDefault(type) ?? throw new ArgumentException($"{type.Name} has not exactly one topic.", nameof(type));

    public static FactTopic Of(IFact fact) => fact is InitiatePhase ? ByName[Topics.Of(fact)] : Only(fact.GetType());
}
