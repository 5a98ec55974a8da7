namespace Phase1.Events;

static class PrivacyContracts
{
    const int MaxStudents = 20;
    const int MaxEssays = 2000;
    const int MaxBlockers = 100;

    static Contract<SubjectEssay> SubjectEssay { get; } =
        new Contract<SubjectEssay>().StorageId("text_storage_id", essay => essay.TextStorageId);

    static Contract<Blocker> Blocker { get; } = new Contract<Blocker>().Text("code", blocker => blocker.Code, ContractLimits.Code);

    public static Contract<PersonalDataCollectionRequested> PersonalDataCollectionRequested { get; } =
        new Contract<PersonalDataCollectionRequested>()
            .TicketId(fact => fact.TicketId)
            .Subject(fact => fact.StudentIds, fact => fact.Essays);

    public static Contract<PersonalDataErasureRequested> PersonalDataErasureRequested { get; } =
        new Contract<PersonalDataErasureRequested>().TicketId(fact => fact.TicketId).Subject(fact => fact.StudentIds, fact => fact.Essays);

    public static Contract<PersonalDataCollected> PersonalDataCollected { get; } =
        new Contract<PersonalDataCollected>()
            .TicketId(fact => fact.TicketId)
            .Code("service", fact => fact.Service)
            .Counts("counts", fact => fact.Counts)
            .Blockers(fact => fact.Blockers);

    public static Contract<PersonalDataErased> PersonalDataErased { get; } =
        new Contract<PersonalDataErased>()
            .TicketId(fact => fact.TicketId)
            .Code("service", fact => fact.Service)
            .Counts("counts", fact => fact.Counts)
            .Counts("remaining", fact => fact.Remaining)
            .Blockers(fact => fact.Blockers);

    static Contract<T> Subject<T>(
        this Contract<T> contract,
        Func<T, IReadOnlyList<Guid>?> students,
        Func<T, IReadOnlyList<SubjectEssay>?> essays
    )
        where T : class =>
        contract
            .Count("student_ids", students, 1, MaxStudents)
            .Distinct("student_ids", students)
            .Count("essays", essays, 0, MaxEssays)
            .Each("essays", essays, SubjectEssay)
            .DistinctEssays("essays", essays, essay => essay.EssayId);

    static Contract<T> Blockers<T>(this Contract<T> contract, Func<T, IReadOnlyList<Blocker>?> get)
        where T : class => contract.Count("blockers", get, 0, MaxBlockers).Each("blockers", get, Blocker);
}
