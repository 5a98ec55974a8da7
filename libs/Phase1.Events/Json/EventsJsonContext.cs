using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Source-generated JSON of every payload and envelope: snake_case, unknown fields ignored, at most 32 levels.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    RespectNullableAnnotations = true,
    MaxDepth = EnvelopeLimits.MaxDepth,
    Converters = [
        typeof(IdConverter),
        typeof(OptionalIdConverter),
        typeof(InstantConverter),
        typeof(ExactDecimalConverter),
        typeof(IntConverter),
        typeof(LongConverter),
    ]
)]
[JsonSerializable(typeof(EventEnvelope))]
[JsonSerializable(typeof(EventEnvelope<BatchEssaysRegistered>))]
[JsonSerializable(typeof(EventEnvelope<EssayContentProvisioned>))]
[JsonSerializable(typeof(EventEnvelope<EssayValidationFailed>))]
[JsonSerializable(typeof(EventEnvelope<EssaySlotAssigned>))]
[JsonSerializable(typeof(EventEnvelope<ExcessContentProvisioned>))]
[JsonSerializable(typeof(EventEnvelope<BatchContentProvisioningCompleted>))]
[JsonSerializable(typeof(EventEnvelope<BatchValidationErrors>))]
[JsonSerializable(typeof(EventEnvelope<InitiateStudentMatching>))]
[JsonSerializable(typeof(EventEnvelope<BatchStudentMatchingRequested>))]
[JsonSerializable(typeof(EventEnvelope<BatchAuthorMatchesSuggested>))]
[JsonSerializable(typeof(EventEnvelope<StudentAssociationsConfirmed>))]
[JsonSerializable(typeof(EventEnvelope<BatchEssaysReady>))]
[JsonSerializable(typeof(EventEnvelope<RequestPipeline>))]
[JsonSerializable(typeof(EventEnvelope<PipelineDenied>))]
[JsonSerializable(typeof(EventEnvelope<TeacherNotificationRequested>))]
[JsonSerializable(typeof(EventEnvelope<ClassCreated>))]
[JsonSerializable(typeof(EventEnvelope<ClassUpdated>))]
[JsonSerializable(typeof(EventEnvelope<StudentCreated>))]
[JsonSerializable(typeof(EventEnvelope<StudentUpdated>))]
[JsonSerializable(typeof(EventEnvelope<BatchFileAdded>))]
[JsonSerializable(typeof(EventEnvelope<ValidationTimeoutProcessed>))]
[JsonSerializable(typeof(EventEnvelope<EssayStudentAssociationUpdated>))]
[JsonSerializable(typeof(EventEnvelope<StudentAssociationsRestated>))]
[JsonSerializable(typeof(EventEnvelope<BatchPhaseCompleted>))]
[JsonSerializable(typeof(EventEnvelope<BatchPhaseParked>))]
[JsonSerializable(typeof(EventEnvelope<BatchPhaseResumed>))]
[JsonSerializable(typeof(EventEnvelope<BatchPipelineCompleted>))]
[JsonSerializable(typeof(EventEnvelope<BatchStatusChanged>))]
[JsonSerializable(typeof(EventEnvelope<BatchDeleted>))]
[JsonSerializable(typeof(EventEnvelope<AssociationReviewNeeded>))]
[JsonSerializable(typeof(EventEnvelope<TicketOpened>))]
[JsonSerializable(typeof(EventEnvelope<TicketClosed>))]
[JsonSerializable(typeof(EventEnvelope<TicketDeadlineApproaching>))]
[JsonSerializable(typeof(EventEnvelope<TicketDecisionMade>))]
[JsonSerializable(typeof(EventEnvelope<PersonalDataCollectionRequested>))]
[JsonSerializable(typeof(EventEnvelope<PersonalDataCollected>))]
[JsonSerializable(typeof(EventEnvelope<PersonalDataErasureRequested>))]
[JsonSerializable(typeof(EventEnvelope<PersonalDataErased>))]
[JsonSerializable(typeof(EventEnvelope<LlmCostRecorded>))]
[JsonSerializable(typeof(EventEnvelope<LlmBudgetThresholdReached>))]
[JsonSerializable(typeof(EventEnvelope<LlmBudgetChanged>))]
[JsonSerializable(typeof(EventEnvelope<LlmCostTrackingFailed>))]
[JsonSerializable(typeof(EventEnvelope<LlmCostAnomaly>))]
[JsonSerializable(typeof(EventEnvelope<LlmProviderHealthChanged>))]
[JsonSerializable(typeof(EventEnvelope<InitiatePhase>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Guid>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int>))]
[JsonSerializable(typeof(bool))]
public sealed partial class EventsJsonContext : JsonSerializerContext;
