using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Operations.Names;

/// <summary>Gives a grant back before its time.</summary>
static class CloseNameGrantEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/ops/batches/{id:guid}/names/close", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(
        Guid id,
        Person person,
        NameGrants grants,
        PortalDbContext db,
        CancellationToken cancellationToken
    )
    {
        while (await grants.FindAsync(person.UserId, id, cancellationToken) is { } grant)
        {
            grants.End(grant);
            await db.SaveChangesAsync(cancellationToken);
        }
        return Pages.Go($"/ops/batches/{id}");
    }
}
