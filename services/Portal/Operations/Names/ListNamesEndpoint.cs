using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Operations.Names;

/// <summary>The names of one batch, while the grant lasts. Class Management writes down each time that they are seen.</summary>
static class ListNamesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/ops/batches/{id:guid}/names", HandleAsync).ForOperator(Phase1Roles.OperatorNames);

    static async Task<IResult> HandleAsync(
        Guid id,
        HttpContext http,
        NamesClient names,
        Person person,
        NameGrants grants,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var grant =
            await grants.FindAsync(person.UserId, id, cancellationToken)
            ?? throw new ProblemException(Problems.ResourceNotFound, "The names of this batch are not open.");
        var essays = await names.ListAsync(id, grant.Reason, cancellationToken);
        // The page leaves by itself when the grant ends.
        http.Response.Headers["Refresh"] = $"{Math.Max(1, (int)(grant.EndsAt - clock.GetUtcNow()).TotalSeconds)}; url=/ops/batches/{id}";
        return Pages.Show<NamesPage>(new NamesView(id, essays, grant.EndsAt));
    }
}

/// <summary>What the page of a batch's names shows.</summary>
public sealed record NamesView(Guid BatchId, IReadOnlyList<NamedEssayDocument> Essays, DateTimeOffset EndsAt);
