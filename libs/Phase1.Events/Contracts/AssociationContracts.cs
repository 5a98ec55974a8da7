namespace Phase1.Events;

static class AssociationContracts
{
    const int Max = EnvelopeLimits.MaxEssays;

    static Contract<ConfirmedAssociation> ConfirmedAssociation { get; } =
        new Contract<ConfirmedAssociation>()
            .Confidence("confidence_score", association => association.ConfidenceScore)
            .Identity("validated_by", association => association.ValidatedBy)
            .Between("association_version", association => association.AssociationVersion, 1);

    static Contract<ValidationSummary> ValidationSummary { get; } =
        new Contract<ValidationSummary>()
            .Between("human", summary => summary.Human, 0)
            .Between("timeout", summary => summary.Timeout, 0)
            .Between("auto", summary => summary.Auto, 0);

    public static Contract<StudentAssociationsConfirmed> StudentAssociationsConfirmed { get; } =
        new Contract<StudentAssociationsConfirmed>()
            .Count("associations", fact => fact.Associations, 1, Max)
            .Each("associations", fact => fact.Associations, ConfirmedAssociation)
            .DistinctEssays("associations", fact => fact.Associations, association => association.EssayId)
            .One("validation_summary", fact => fact.ValidationSummary, ValidationSummary);

    static Contract<AutoConfirmedAssociation> AutoConfirmedAssociation { get; } =
        new Contract<AutoConfirmedAssociation>().Confidence("confidence_score", association => association.ConfidenceScore);

    public static Contract<ValidationTimeoutProcessed> ValidationTimeoutProcessed { get; } =
        new Contract<ValidationTimeoutProcessed>()
            .Identity("user_id", fact => fact.UserId)
            .Must("timeout_hours", "above 0", fact => fact.TimeoutHours > 0, SchemaKeywords.Range(ExactDecimalConverter.Smallest))
            .Count("auto_confirmed_associations", fact => fact.AutoConfirmedAssociations, 0, Max)
            .Each("auto_confirmed_associations", fact => fact.AutoConfirmedAssociations, AutoConfirmedAssociation)
            .DistinctEssays("auto_confirmed_associations", fact => fact.AutoConfirmedAssociations, association => association.EssayId)
            .Count("guest_essays", fact => fact.GuestEssays, 0, Max)
            .Distinct("guest_essays", fact => fact.GuestEssays)
            .Must("guest_class_created", "false", fact => !fact.GuestClassCreated, SchemaKeywords.Constant(false))
            .Must("guest_class_id", "null", fact => fact.GuestClassId is null, SchemaKeywords.Constant(null));

    public static Contract<EssayStudentAssociationUpdated> EssayStudentAssociationUpdated { get; } =
        new Contract<EssayStudentAssociationUpdated>()
            .Between("association_version", fact => fact.AssociationVersion, 2)
            .Must(
                "validation_method",
                "human",
                fact => fact.ValidationMethod == ValidationMethod.Human,
                SchemaKeywords.Constant(WireEnum.Name(ValidationMethod.Human))
            )
            .Identity("validated_by", fact => fact.ValidatedBy);

    static Contract<ReviewCounts> ReviewCounts { get; } =
        new Contract<ReviewCounts>()
            .Between("total", counts => counts.Total, 0, Max)
            .Between("high", counts => counts.High, 0, Max)
            .Between("medium", counts => counts.Medium, 0, Max)
            .Between("low", counts => counts.Low, 0, Max)
            .Between("undecided", counts => counts.Undecided, 0, Max);

    public static Contract<AssociationReviewNeeded> AssociationReviewNeeded { get; } =
        new Contract<AssociationReviewNeeded>()
            .Identity("user_id", fact => fact.UserId)
            .One("counts", fact => fact.Counts, ReviewCounts)
            .Count("review_essay_ids", fact => fact.ReviewEssayIds, 0, Max)
            .Distinct("review_essay_ids", fact => fact.ReviewEssayIds);

    public static Contract<StudentAssociationsRestated> StudentAssociationsRestated { get; } =
        new Contract<StudentAssociationsRestated>()
            .Between("version", fact => fact.Version, 1)
            .Must(
                "associations",
                "some where the set is released, none while it is open",
                fact => fact.Associations is not { } associations || associations.Count > 0 == fact.Released
            )
            .Count("associations", fact => fact.Associations, 0, Max)
            .Each("associations", fact => fact.Associations, ConfirmedAssociation)
            .DistinctEssays("associations", fact => fact.Associations, association => association.EssayId);
}
