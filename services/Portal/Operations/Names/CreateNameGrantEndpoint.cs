using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Operations.Batches;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Operations.Names;

/// <summary>Lets an operator with the right to it see the names of one batch for half an hour, for a reason.</summary>
static class CreateNameGrantEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/ops/batches/{id:guid}/names", HandleAsync).ForOperator(Phase1Roles.OperatorNames);

    static async Task<IResult> HandleAsync(
        Guid id,
        HttpContext http,
        PageContext page,
        AllBatchesClient batches,
        Engines engines,
        Away away,
        Person person,
        NameGrants grants,
        AuditTrail audit,
        PortalDbContext db,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var story = await GetBatchStoryEndpoint.LoadAsync(id, batches, engines, away, person, grants, cancellationToken);
        if (form.Text("reason") is not { Length: >= NameGrant.ShortestReason and <= NameGrant.LongestReason } reason)
        {
            var state = form.State("reason").Wrong("reason", page.Words.ReasonHint);
            return Pages.Show<StoryPage>(story with { Form = state }, StatusCodes.Status400BadRequest);
        }
        grants.Add(person.UserId, id, reason);
        audit.Add(AuditAct.BreakGlass, person.UserId, id.ToString(), reason);
        await db.SaveChangesAsync(cancellationToken);
        return Pages.Go($"/ops/batches/{id}/names");
    }
}
