namespace Phase1.ServiceDefaults;

/// <summary>
/// Metadata of a route that reads its body itself. (The framework's own metadata would have the content type checked before the caller is.)
/// </summary>
/// <param name="ContentType">What the body is.</param>
/// <param name="Shape">The type whose schema describes it; <see cref="string"/> for a text.</param>
public sealed record DescribedBody(string ContentType, Type Shape);
