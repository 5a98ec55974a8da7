using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Suites;

/// <summary>A batch made for a test, and who and what belongs to it.</summary>
public sealed record TestBatch(
    Guid Id,
    Guid CorrelationId,
    BatchKind Kind,
    CourseCode Course,
    string Teacher,
    Guid? ClassId,
    IReadOnlyList<TestStudent> Students
);

/// <summary>A pupil of the batch's class.</summary>
public sealed record TestStudent(Guid Id, string FirstName, string LastName)
{
    public string FullName => $"{FirstName} {LastName}";
}
