namespace Phase1.Events;

static class ClassContracts
{
    // A pupil is in a handful of classes; the bound only keeps a record finite.
    const int MaxClasses = 500;

    public static Contract<ClassCreated> ClassCreated { get; } =
        new Contract<ClassCreated>()
            .Text("class_designation", fact => fact.ClassDesignation, ContractLimits.Name, 0)
            .Distinct("course_codes", fact => fact.CourseCodes)
            .Text("user_id", fact => fact.UserId, ContractLimits.Id)
            .Between("roster_version", fact => fact.RosterVersion, 0);

    public static Contract<ClassUpdated> ClassUpdated { get; } =
        new Contract<ClassUpdated>()
            .Text("class_designation", fact => fact.ClassDesignation, ContractLimits.Name, 0)
            .Distinct("course_codes", fact => fact.CourseCodes)
            .Text("user_id", fact => fact.UserId, ContractLimits.Id)
            .Between("roster_version", fact => fact.RosterVersion, 0);

    public static Contract<StudentCreated> StudentCreated { get; } =
        new Contract<StudentCreated>()
            .Count("class_ids", fact => fact.ClassIds, 0, MaxClasses)
            .Distinct("class_ids", fact => fact.ClassIds)
            .Text("created_by", fact => fact.CreatedBy, ContractLimits.Id)
            .Must(
                "roster_versions",
                "at least 0",
                fact => fact.RosterVersions is not { } versions || versions.Values.All(version => version >= 0),
                SchemaKeywords.Values(SchemaKeywords.Range(0, long.MaxValue))
            );

    public static Contract<StudentUpdated> StudentUpdated { get; } =
        new Contract<StudentUpdated>()
            .Count("class_ids", fact => fact.ClassIds, 0, MaxClasses)
            .Distinct("class_ids", fact => fact.ClassIds)
            .Text("created_by", fact => fact.CreatedBy, ContractLimits.Id)
            .Must(
                "roster_versions",
                "at least 0",
                fact => fact.RosterVersions is not { } versions || versions.Values.All(version => version >= 0),
                SchemaKeywords.Values(SchemaKeywords.Range(0, long.MaxValue))
            );
}
