namespace Phase1.Events;

static class ClassContracts
{
    // A student is in a handful of classes; the bound only keeps a record finite.
    const int MaxClasses = 500;

    public static Contract<ClassCreated> ClassCreated { get; } =
        new Contract<ClassCreated>()
            .Text("class_designation", fact => fact.ClassDesignation, ContractLimits.Name, 0)
            .Distinct("course_codes", fact => fact.CourseCodes)
            .Identity("user_id", fact => fact.UserId)
            .Between("roster_version", fact => fact.RosterVersion, 0);

    public static Contract<ClassUpdated> ClassUpdated { get; } =
        new Contract<ClassUpdated>()
            .Text("class_designation", fact => fact.ClassDesignation, ContractLimits.Name, 0)
            .Distinct("course_codes", fact => fact.CourseCodes)
            .Identity("user_id", fact => fact.UserId)
            .Between("roster_version", fact => fact.RosterVersion, 0);

    public static Contract<StudentCreated> StudentCreated { get; } =
        new Contract<StudentCreated>()
            .Count("class_ids", fact => fact.ClassIds, 0, MaxClasses)
            .Distinct("class_ids", fact => fact.ClassIds)
            .Identity("created_by", fact => fact.CreatedBy)
            .Counts("roster_versions", fact => fact.RosterVersions);

    public static Contract<StudentUpdated> StudentUpdated { get; } =
        new Contract<StudentUpdated>()
            .Count("class_ids", fact => fact.ClassIds, 0, MaxClasses)
            .Distinct("class_ids", fact => fact.ClassIds)
            .Identity("created_by", fact => fact.CreatedBy)
            .Counts("roster_versions", fact => fact.RosterVersions);
}
