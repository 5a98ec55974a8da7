using Microsoft.EntityFrameworkCore;
using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Me;

/// <summary>Turns the single keys of the review board on or off and goes back to the page.</summary>
static class UpdateKeysEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/keys", HandleAsync).ForPersons();

    static async Task<IResult> HandleAsync(HttpContext http, Person person, PortalDbContext db, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(http);
        var isOn = form.Text("keys") == "on";
        await db
            .Accounts.Where(account => account.Id == person.UserId)
            .ExecuteUpdateAsync(account => account.SetProperty(a => a.KeysOn, isOn), cancellationToken);
        return Pages.Go(Pages.Local(form.Text("return")));
    }
}
