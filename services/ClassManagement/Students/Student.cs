namespace Phase1.ClassManagement.Students;

sealed class Student
{
    public required Guid StudentId { get; init; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public string? LegalFullName { get; set; }

    public string? Email { get; set; }

    /// <summary>Written by the database; what the uniqueness of an address looks at.</summary>
    public string? EmailLower { get; private set; }

    public bool IsPlaceholder { get; init; }

    /// <summary>The class whose UNKNOWN student this is; such a row is made by UnknownStudents alone.</summary>
    public Guid? PlaceholderClassId { get; init; }

    public required string CreatedByUserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>When name and address were taken out of the row of a deleted student.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    internal string DisplayName => $"{FirstName} {LastName}";

    internal string FullLegalName => LegalFullName ?? DisplayName;
}
