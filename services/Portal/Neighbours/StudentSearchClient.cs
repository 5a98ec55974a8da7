using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>Students of all teachers, of Class Management: for a privacy officer who has to know whom a request is about.</summary>
sealed class StudentSearchClient(HttpClient http)
{
    /// <summary>At most fifty. The text goes in a body: no name stands in an address.</summary>
    /// <param name="text">A part of a name or of an address.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<IReadOnlyList<FoundStudentDocument>> FindAsync(string text, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri("internal/v1/privacy/students/find", UriKind.Relative),
            new Wanted(text),
            Phase1Json.Options,
            cancellationToken
        );
        return (await answer.ReadAsync<Found>(cancellationToken)).Items;
    }

    sealed record Wanted(string Text);

    sealed record Found(IReadOnlyList<FoundStudentDocument> Items);
}

/// <summary>A student that was found.</summary>
public sealed record FoundStudentDocument(
    Guid StudentId,
    string FirstName,
    string LastName,
    string? Email,
    IReadOnlyList<string> Classes,
    string OwnerUserId,
    DateTimeOffset? DeletedAt
);
