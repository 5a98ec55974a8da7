using Phase1.Events;

namespace Phase1.ServiceDefaults;

/// <summary>The student whom a request is about.</summary>
/// <param name="StudentIds">All ids under which the student is known: each teacher keeps students of their own.</param>
/// <param name="Essays">The student's essays, under all ids that they have.</param>
public sealed record DataSubject(IReadOnlyList<Guid> StudentIds, IReadOnlyList<SubjectEssay> Essays);
