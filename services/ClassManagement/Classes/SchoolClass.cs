using Phase1.Events;

namespace Phase1.ClassManagement.Classes;

sealed class SchoolClass
{
    public required Guid ClassId { get; init; }

    public required string Name { get; set; }

    public required CourseCode CourseCode { get; set; }

    public required string CreatedByUserId { get; init; }

    public string? OrgId { get; init; }

    public long RosterVersion { get; private set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Every change of the class or of one of its students makes readers of the roster ask again.</summary>
    internal void Changed(DateTimeOffset at)
    {
        RosterVersion++;
        UpdatedAt = at;
    }

    internal void Deleted(DateTimeOffset at)
    {
        Changed(at);
        DeletedAt = at;
    }
}
