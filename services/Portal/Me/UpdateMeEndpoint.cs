using Microsoft.EntityFrameworkCore;
using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Me;

/// <summary>Changes name and time zone.</summary>
static class UpdateMeEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me", HandleAsync).ForPersons();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        Person person,
        Sessions sessions,
        PortalOptions options,
        PortalDbContext db,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var (name, zone) = (form.Text("name"), form.Text("time_zone"));
        var state = form.State("name", "time_zone");
        if (name.Length is 0 or > 255)
        {
            state.Wrong("name", page.Words.NameMissing);
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            state.Wrong("time_zone", page.Words.ZoneUnknown);
        }
        if (state.IsWrong)
        {
            var view = await MeView.OfAsync(person, sessions, options, cancellationToken, settings: state);
            return Pages.Show<MePage>(view, StatusCodes.Status422UnprocessableEntity);
        }
        await db
            .Accounts.Where(account => account.Id == person.UserId)
            .ExecuteUpdateAsync(
                account => account.SetProperty(a => a.DisplayName, name).SetProperty(a => a.TimeZone, zone),
                cancellationToken
            );
        return Pages.Go("/me?saved=true");
    }
}
