using Microsoft.EntityFrameworkCore;
using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Me;

/// <summary>Takes over the time zone of the person's computer and goes back to the page.</summary>
static class UpdateOwnZoneEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/zone", HandleAsync).ForPersons();

    static async Task<IResult> HandleAsync(HttpContext http, Person person, PortalDbContext db, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(http);
        var zone = Zones.KnownOrNull(form.Text("zone")) ?? throw ProblemException.Validation("zone", "There is no such time zone.");
        await db
            .Accounts.Where(account => account.Id == person.UserId)
            .ExecuteUpdateAsync(account => account.SetProperty(a => a.TimeZone, zone), cancellationToken);
        return Pages.Go(Pages.Local(form.Text("return")));
    }
}
