using System.Net;
using System.Net.Http.Json;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>Corrects a student's record in CMS, which alone keeps names and addresses; others read them there again.</summary>
sealed class StudentRecordClient(HttpClient http, TimeProvider clock)
{
    /// <summary>Writes the fields that are given, in the name of the officer who has approved it.</summary>
    /// <exception cref="StageException">There is no such student, or CMS refuses the values.</exception>
    /// <exception cref="ServiceUnavailableException">There is no answer that could be trusted.</exception>
    internal async Task CorrectAsync(Correction correction, string officer, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"internal/v1/privacy/students/{correction.StudentId}")
        {
            Content = JsonContent.Create(correction.Fields),
        }.WithCause(new EventCause(Guid.CreateVersion7(clock.GetUtcNow()), UserId: officer));
        request.Headers.Add(HeaderNames.UserRoles, Phase1Roles.PrivacyOfficer);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw response.StatusCode switch
            {
                HttpStatusCode.NotFound => new StageException("STUDENT_NOT_FOUND"),
                HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => new StageException(
                    "CORRECTION_REFUSED"
                ),
                _ => new ServiceUnavailableException(nameof(ServiceNames.ClassManagement)),
            };
        }
    }
}
