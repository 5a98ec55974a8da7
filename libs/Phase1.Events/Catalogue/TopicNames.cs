namespace Phase1.Events;

/// <summary>The wire names of the topics; a contract with producers outside this product.</summary>
public static partial class Topics
{
    const string Prefix = "huleedu.";

    /// <summary>Carries <see cref="Events.BatchEssaysRegistered"/>.</summary>
    public const string BatchEssaysRegistered = Prefix + "batch.essays.registered.v1";

    /// <summary>Carries <see cref="Events.EssayContentProvisioned"/>.</summary>
    public const string EssayContentProvisioned = Prefix + "file.essay.content.provisioned.v1";

    /// <summary>Carries <see cref="Events.EssayValidationFailed"/>.</summary>
    public const string EssayValidationFailed = Prefix + "file.essay.validation.failed.v1";

    /// <summary>Carries <see cref="Events.EssaySlotAssigned"/>.</summary>
    public const string EssaySlotAssigned = Prefix + "els.essay.slot.assigned.v1";

    /// <summary>Carries <see cref="Events.ExcessContentProvisioned"/>.</summary>
    public const string ExcessContentProvisioned = Prefix + "els.excess.content.provisioned.v1";

    /// <summary>Carries <see cref="Events.BatchContentProvisioningCompleted"/>.</summary>
    public const string BatchContentProvisioningCompleted = Prefix + "batch.content.provisioning.completed.v1";

    /// <summary>Carries <see cref="Events.BatchValidationErrors"/>.</summary>
    public const string BatchValidationErrors = Prefix + "els.batch.validation.errors.v1";

    /// <summary>Carries <see cref="Events.InitiateStudentMatching"/>.</summary>
    public const string InitiateStudentMatching = Prefix + "batch.student.matching.initiate.command.v1";

    /// <summary>Carries <see cref="Events.BatchStudentMatchingRequested"/>.</summary>
    public const string BatchStudentMatchingRequested = Prefix + "batch.student.matching.requested.v1";

    /// <summary>Carries <see cref="Events.BatchAuthorMatchesSuggested"/>.</summary>
    public const string BatchAuthorMatchesSuggested = Prefix + "batch.author.matches.suggested.v1";

    /// <summary>Carries <see cref="Events.StudentAssociationsConfirmed"/>.</summary>
    public const string StudentAssociationsConfirmed = Prefix + "class.student.associations.confirmed.v1";

    /// <summary>Carries <see cref="Events.BatchEssaysReady"/>.</summary>
    public const string BatchEssaysReady = Prefix + "els.batch.essays.ready.v1";

    /// <summary>Carries <see cref="Events.RequestPipeline"/>.</summary>
    public const string RequestPipeline = Prefix + "commands.batch.pipeline.v1";

    /// <summary>Carries <see cref="Events.PipelineDenied"/>.</summary>
    public const string PipelineDenied = Prefix + "pipeline.denied.v1";

    /// <summary>Carries <see cref="InitiatePhase"/>.</summary>
    public const string InitiateSpellcheck = Prefix + "els.spellcheck.initiate.command.v1";

    /// <summary>Carries <see cref="InitiatePhase"/>.</summary>
    public const string InitiateNlp = Prefix + "els.nlp.initiate.command.v1";

    /// <summary>Carries <see cref="InitiatePhase"/>.</summary>
    public const string InitiateCjAssessment = Prefix + "els.cj_assessment.initiate.command.v1";

    /// <summary>Carries <see cref="InitiatePhase"/>.</summary>
    public const string InitiateAiFeedback = Prefix + "els.ai_feedback.initiate.command.v1";

    /// <summary>Carries <see cref="Events.TeacherNotificationRequested"/>.</summary>
    public const string TeacherNotificationRequested = Prefix + "notification.teacher.requested.v1";

    /// <summary>Carries <see cref="Events.ClassCreated"/>.</summary>
    public const string ClassCreated = Prefix + "class.created.v1";

    /// <summary>Carries <see cref="Events.ClassUpdated"/>.</summary>
    public const string ClassUpdated = Prefix + "class.updated.v1";

    /// <summary>Carries <see cref="Events.StudentCreated"/>.</summary>
    public const string StudentCreated = Prefix + "class.student.created.v1";

    /// <summary>Carries <see cref="Events.StudentUpdated"/>.</summary>
    public const string StudentUpdated = Prefix + "class.student.updated.v1";

    /// <summary>Carries <see cref="Events.BatchFileAdded"/>.</summary>
    public const string BatchFileAdded = Prefix + "file.batch.file.added.v1";

    /// <summary>Carries <see cref="Events.ValidationTimeoutProcessed"/>.</summary>
    public const string ValidationTimeoutProcessed = Prefix + "class.validation.timeout.processed.v1";

    /// <summary>Carries <see cref="Events.EssayStudentAssociationUpdated"/>.</summary>
    public const string EssayStudentAssociationUpdated = Prefix + "class.essay.association.updated.v1";

    /// <summary>Carries <see cref="Events.StudentAssociationsRestated"/>.</summary>
    public const string StudentAssociationsRestated = Prefix + "class.student.associations.restated.v1";

    /// <summary>Carries <see cref="Events.BatchPhaseCompleted"/>.</summary>
    public const string BatchPhaseCompleted = Prefix + "els.batch.phase.outcome.v1";

    /// <summary>Carries <see cref="Events.BatchPipelineCompleted"/>.</summary>
    public const string BatchPipelineCompleted = Prefix + "batch.pipeline.completed.v1";

    /// <summary>Carries <see cref="Events.BatchPhaseParked"/>.</summary>
    public const string BatchPhaseParked = Prefix + "batch.phase.parked.v1";

    /// <summary>Carries <see cref="Events.BatchPhaseResumed"/>.</summary>
    public const string BatchPhaseResumed = Prefix + "batch.phase.resumed.v1";

    /// <summary>Carries <see cref="Events.BatchStatusChanged"/>.</summary>
    public const string BatchStatusChanged = Prefix + "batch.status.changed.v1";

    /// <summary>Carries <see cref="Events.BatchDeleted"/>.</summary>
    public const string BatchDeleted = Prefix + "batch.deleted.v1";

    /// <summary>Carries <see cref="Events.AssociationReviewNeeded"/>.</summary>
    public const string AssociationReviewNeeded = Prefix + "class.associations.review.needed.v1";

    /// <summary>Carries <see cref="Events.TicketOpened"/>.</summary>
    public const string TicketOpened = Prefix + "ticket.opened.v1";

    /// <summary>Carries <see cref="Events.TicketClosed"/>.</summary>
    public const string TicketClosed = Prefix + "ticket.closed.v1";

    /// <summary>Carries <see cref="Events.TicketDeadlineApproaching"/>.</summary>
    public const string TicketDeadlineApproaching = Prefix + "ticket.deadline.approaching.v1";

    /// <summary>Carries <see cref="Events.TicketDecisionMade"/>.</summary>
    public const string TicketDecisionMade = Prefix + "ticket.decision.made.v1";

    /// <summary>Carries <see cref="Events.PersonalDataCollectionRequested"/>.</summary>
    public const string PersonalDataCollectionRequested = Prefix + "privacy.collection.requested.v1";

    /// <summary>Carries <see cref="Events.PersonalDataCollected"/>.</summary>
    public const string PersonalDataCollected = Prefix + "privacy.collected.v1";

    /// <summary>Carries <see cref="Events.PersonalDataErasureRequested"/>.</summary>
    public const string PersonalDataErasureRequested = Prefix + "privacy.erasure.requested.v1";

    /// <summary>Carries <see cref="Events.PersonalDataErased"/>.</summary>
    public const string PersonalDataErased = Prefix + "privacy.erased.v1";

    /// <summary>Carries <see cref="Events.LlmCostRecorded"/>.</summary>
    public const string LlmCostRecorded = Prefix + "llm.cost.recorded.v1";

    /// <summary>Carries <see cref="Events.LlmBudgetThresholdReached"/>.</summary>
    public const string LlmBudgetThresholdReached = Prefix + "llm.budget.threshold.reached.v1";

    /// <summary>Carries <see cref="Events.LlmBudgetChanged"/>.</summary>
    public const string LlmBudgetChanged = Prefix + "llm.budget.changed.v1";

    /// <summary>Carries <see cref="Events.LlmCostTrackingFailed"/>.</summary>
    public const string LlmCostTrackingFailed = Prefix + "llm.cost.tracking.failed.v1";

    /// <summary>Carries <see cref="Events.LlmCostAnomaly"/>.</summary>
    public const string LlmCostAnomaly = Prefix + "llm.cost.anomaly.v1";

    /// <summary>Carries <see cref="Events.LlmProviderHealthChanged"/>.</summary>
    public const string LlmProviderHealthChanged = Prefix + "llm.provider.health.changed.v1";
}
