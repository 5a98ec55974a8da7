using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Nlp.Matching;
using Phase1.Nlp.Runs;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Rosters;

/// <summary>The class service's rosters. What is cached counts only while the class service says that it is current.</summary>
sealed class RosterClient(HttpClient http, RosterCache cache)
{
    const string Service = nameof(ServiceNames.ClassManagement);

    /// <summary>The students of a class; none for a class that nobody knows.</summary>
    /// <exception cref="ServiceUnavailableException">There is no answer that could be trusted.</exception>
    public async Task<IReadOnlyList<RosterStudent>> GetAsync(Guid classId, EventCause cause, CancellationToken cancellationToken)
    {
        var known = cache.Find(classId);
        // On the service's own behalf: a teacher's identity would hide a class that changed hands.
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/classes/{classId}/roster").WithCause(
            new EventCause(cause.CorrelationId, Trace: cause.Trace)
        );
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(known.Tag));
        }

        using var response = await http.SendAsync(request, cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.NotModified when known is not null => known.Students,
            HttpStatusCode.NotFound => [],
            HttpStatusCode.OK => await ReadAsync(classId, response, cancellationToken),
            _ => throw new ServiceUnavailableException(Service),
        };
    }

    async Task<IReadOnlyList<RosterStudent>> ReadAsync(Guid classId, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var (students, skipped) = RosterDocument.Read(body);
            MatchingMetrics.CountSkipped("roster_entry", skipped);
            if (response.Headers.ETag is { } tag && students.Count > 0)
            {
                cache.Keep(classId, new CachedRoster(tag.ToString(), students));
            }

            return students;
        }
        catch (JsonException error)
        {
            throw new ServiceUnavailableException(Service, error);
        }
    }
}
