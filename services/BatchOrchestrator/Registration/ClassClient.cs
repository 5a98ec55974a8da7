using System.Net;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Registration;

/// <summary>Asks Class Management about a class.</summary>
sealed class ClassClient(HttpClient http)
{
    /// <summary>The class; null when there is none with this id.</summary>
    public async Task<ClassInfo?> FindAsync(Guid classId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"internal/v1/classes/{classId}", UriKind.Relative), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        if (!response.IsSuccessStatusCode)
        {
            throw new ProblemException(Problems.ExternalServiceError, "Class Management refused to say whether the class exists.");
        }
        return await response.Content.ReadFromJsonAsync<ClassInfo>(Phase1Json.Options, cancellationToken);
    }
}

/// <summary>What a registration needs to know of a class.</summary>
sealed record ClassInfo(Guid ClassId, CourseCode CourseCode, string OwnerUserId);
