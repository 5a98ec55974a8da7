using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Me;

/// <summary>Changes the language and goes back to the page.</summary>
static class UpdateLanguageEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/language", HandleAsync).ForPersons();

    static async Task<IResult> HandleAsync(HttpContext http, Person person, PortalDbContext db, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(http);
        if (!WireEnum.TryParse<Language>(form.Text("language"), out var language))
        {
            throw ProblemException.Validation("language", "There is no such language.");
        }
        await db
            .Accounts.Where(account => account.Id == person.UserId)
            .ExecuteUpdateAsync(account => account.SetProperty(a => a.Language, language), cancellationToken);
        return Pages.Go(Pages.Local(form.Text("return")));
    }
}
