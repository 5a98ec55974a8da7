namespace Phase1.ClassManagement.Students;

sealed class Enrolment
{
    public required Guid ClassId { get; init; }

    public required Guid StudentId { get; init; }

    public required DateTimeOffset EnrolledAt { get; init; }
}
