namespace Phase1.Demo.Ledger;

/// <summary>What each service consumes by the specification; written down here once more, so that a subscription that is forgotten shows as lost records.</summary>
/// <param name="Service">The service's name on the wire, and in its inbox.</param>
/// <param name="Database">The short name of its database.</param>
/// <param name="Topics">What it consumes.</param>
sealed record Subscription(string Service, string Database, IReadOnlySet<string> Topics)
{
    internal static IReadOnlyList<Subscription> All { get; } =
    [
        Of(
            "batch_orchestrator_service",
            "bos",
            Events.Topics.BatchContentProvisioningCompleted,
            Events.Topics.BatchValidationErrors,
            Events.Topics.StudentAssociationsConfirmed,
            Events.Topics.StudentAssociationsRestated,
            Events.Topics.BatchEssaysReady,
            Events.Topics.RequestPipeline,
            Events.Topics.BatchPhaseCompleted
        ),
        Of(
            "essay_lifecycle_service",
            "els",
            Events.Topics.BatchEssaysRegistered,
            Events.Topics.EssayContentProvisioned,
            Events.Topics.EssayValidationFailed,
            Events.Topics.InitiateStudentMatching,
            Events.Topics.StudentAssociationsConfirmed,
            Events.Topics.EssayStudentAssociationUpdated,
            Events.Topics.StudentAssociationsRestated,
            Events.Topics.BatchStatusChanged
        ),
        Of(
            "nlp_service",
            "nlp",
            Events.Topics.BatchStudentMatchingRequested,
            Events.Topics.ClassCreated,
            Events.Topics.ClassUpdated,
            Events.Topics.StudentCreated,
            Events.Topics.StudentUpdated,
            Events.Topics.BatchStatusChanged
        ),
        Of(
            "class_management_service",
            "cms",
            Events.Topics.BatchStudentMatchingRequested,
            Events.Topics.BatchAuthorMatchesSuggested,
            Events.Topics.BatchStatusChanged
        ),
        Of("file_service", "files", Events.Topics.BatchStatusChanged),
        Of(
            "tickets_service",
            "tickets",
            Events.Topics.AssociationReviewNeeded,
            Events.Topics.StudentAssociationsConfirmed,
            Events.Topics.ValidationTimeoutProcessed,
            Events.Topics.EssayStudentAssociationUpdated,
            Events.Topics.BatchStatusChanged
        ),
    ];

    static Subscription Of(string service, string database, params string[] topics) => new(service, database, topics.ToHashSet());
}
