namespace Phase1.ClassManagement.Associations;

/// <summary>One proposed student as it is kept, best first.</summary>
sealed record StoredSuggestion(Guid StudentId, decimal Score, IReadOnlyList<string> Reasons)
{
    public bool Equals(StoredSuggestion? other) =>
        other is not null && StudentId == other.StudentId && Score == other.Score && Reasons.SequenceEqual(other.Reasons);

    public override int GetHashCode() => HashCode.Combine(StudentId, Score);
}
