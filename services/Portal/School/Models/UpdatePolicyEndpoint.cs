using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.School.Models;

/// <summary>Changes what the school allows. Where somebody else was faster nothing is changed, and what was ticked stays.</summary>
static class UpdatePolicyEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/school/models/policy", HandleAsync).ForSchoolAdmin().KeepsWhatIsTyped();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        Person person,
        ModelsClient models,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var asked = models.ProvidersAsync(cancellationToken);
        var policy = await models.PolicyAsync(person, cancellationToken);
        IReadOnlyList<string> providers = [.. (await asked).Providers.Select(provider => provider.Name)];
        try
        {
            await models.ChangePolicyAsync(person, PolicyForm.Read(form, policy, providers, person.UserId), cancellationToken);
            return Pages.Go("/school/models/policy?saved=true");
        }
        catch (ProblemException refused) when (refused.Problem.Status is 400 or 409 or 422)
        {
            var state = PolicyForm.Typed(form, policy).Wrong("", page.Words.Problem(refused.Problem.Code));
            return Pages.Show<PolicyPage>(new PolicyView(policy, providers, state, null), refused.Problem.Status);
        }
    }
}
