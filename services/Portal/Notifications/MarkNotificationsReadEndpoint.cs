using Phase1.Portal.Frame;
using Phase1.Portal.Live;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Notifications;

/// <summary>The teacher has read the notifications of one line, or all up to the newest that was shown.</summary>
static class MarkNotificationsReadEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/notifications/read", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        Person person,
        NotificationsClient notifications,
        Pulses pulses,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        if (form.Text("up_to") is { Length: > 0 } last)
        {
            await notifications.MarkReadUpToAsync(IdOf(last), cancellationToken);
        }
        foreach (var one in form.All("id"))
        {
            await notifications.MarkReadAsync(IdOf(one), cancellationToken);
        }
        await pulses.RaiseAsync(person.UserId, PulseSubject.Notifications, cancellationToken);
        return Pages.Go("/notifications");
    }

    static Guid IdOf(string text) =>
        Guid.TryParse(text, out var id) ? id : throw ProblemException.Validation("id", "There is no such notification.");
}
