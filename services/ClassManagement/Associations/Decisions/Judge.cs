namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>Who decides, and when.</summary>
sealed record Judge(string UserId, DateTimeOffset Now);
