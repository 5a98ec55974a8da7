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

/// <summary>A class made for a test, and its teacher.</summary>
/// <param name="Teacher">Whose it is.</param>
/// <param name="Id">Null for students who are no class, as a GUEST batch has them.</param>
/// <param name="Course">What is taught.</param>
/// <param name="Students">The students.</param>
public sealed record TestClass(string Teacher, Guid? Id, CourseCode Course, IReadOnlyList<TestStudent> Students);

/// <summary>A student of the batch's class.</summary>
public sealed record TestStudent(Guid Id, string FirstName, string LastName)
{
    public string FullName => $"{FirstName} {LastName}";
}
