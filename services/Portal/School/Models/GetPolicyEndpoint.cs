using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.School.Models;

/// <summary>What the school allows language models, in plain words.</summary>
static class GetPolicyEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/school/models/policy", HandleAsync).ForSchoolAdmin();

    static async Task<IResult> HandleAsync(
        bool? saved,
        Person person,
        ModelsClient models,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var providers = models.ProvidersAsync(cancellationToken);
        var policy = await models.PolicyAsync(person, cancellationToken);
        return Pages.Show<PolicyPage>(
            new PolicyView(
                policy,
                [.. (await providers).Providers.Select(provider => provider.Name)],
                PolicyForm.Of(policy, person.UserId),
                saved is true ? page.Words.Saved : null
            )
        );
    }
}

/// <summary>What the page of a school's policy shows.</summary>
/// <param name="Policy">As it is in force.</param>
/// <param name="Providers">Those of this installation.</param>
/// <param name="Form">What is ticked.</param>
/// <param name="Note">What has just been done.</param>
public sealed record PolicyView(PolicyDocument Policy, IReadOnlyList<string> Providers, FormState Form, string? Note);
