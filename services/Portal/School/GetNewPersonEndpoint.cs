using Phase1.Portal.Frame;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.School;

/// <summary>Asks whom to invite: mostly a teacher.</summary>
static class GetNewPersonEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/school/people/new", Handle).ForSchoolAdmin();

    static IResult Handle(PortalOptions options)
    {
        Check(options);
        var form = new FormState();
        form.Values[Phase1Roles.Teacher] = "on";
        return Pages.Show<NewPersonPage>(form);
    }

    /// <exception cref="ProblemException">404 when the school's provider says who may sign in.</exception>
    internal static void Check(PortalOptions options)
    {
        if (!options.HasEmbeddedAccounts)
        {
            throw new ProblemException(Problems.ResourceNotFound, "The school's provider says who may sign in.");
        }
    }
}
