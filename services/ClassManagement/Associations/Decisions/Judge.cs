namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>Who decides, and when.</summary>
internal sealed record Judge(string UserId, DateTimeOffset Now);
