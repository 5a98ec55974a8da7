namespace Phase1.ClassManagement.Classes;

/// <summary>What a teacher says of a class that is made or changed.</summary>
sealed record ClassBody(string? Name = null, IReadOnlyList<string?>? CourseCodes = null);
