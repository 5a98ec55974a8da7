namespace Phase1.ServiceDefaults;

/// <summary>Ends a request with a problem document.</summary>
/// <param name="problem">The kind of problem, from <see cref="Problems"/>.</param>
/// <param name="detail">A sentence for this occurrence, without personal data.</param>
/// <param name="errors">Field path to messages, for validation.</param>
public sealed class ProblemException(Problem problem, string detail, IReadOnlyDictionary<string, string[]>? errors = null)
    : Exception(detail)
{
    /// <summary>The kind of problem.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>Field path to messages; null when no field is to blame.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; } = errors;

    /// <summary>What is true now, for a caller who worked on an older version; null where nothing is to be shown.</summary>
    public object? Current { get; init; }

    /// <summary>After which time the request may be repeated; null where nothing is to be said of it.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>400 VALIDATION_ERROR for several fields.</summary>
    /// <param name="errors">Field path (snake_case, as in the request) to messages.</param>
    public static ProblemException Validation(IReadOnlyDictionary<string, string[]> errors) =>
        new(Problems.ValidationError, "One or more fields are not valid.", errors);

    /// <summary>400 VALIDATION_ERROR for one field.</summary>
    /// <param name="field">The field's path (snake_case, as in the request).</param>
    /// <param name="message">What is wrong, without repeating the value.</param>
    public static ProblemException Validation(string field, string message) =>
        Validation(new Dictionary<string, string[]> { [field] = [message] });

    /// <summary>400 MISSING_REQUIRED_FIELD for one field.</summary>
    /// <param name="field">The field's path (snake_case, as in the request).</param>
    public static ProblemException Missing(string field) =>
        new(
            Problems.MissingRequiredField,
            "A required field is missing.",
            new Dictionary<string, string[]> { [field] = ["This field is required."] }
        );
}
