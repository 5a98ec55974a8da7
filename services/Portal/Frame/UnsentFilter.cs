using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>Where a service is away that a form was for, answers a page that has all of the form, to be sent again.</summary>
sealed class UnsentFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (ServiceUnavailableException away)
        {
            var page = context.HttpContext.RequestServices.GetRequiredService<PageContext>();
            var form = await PageForm.ReadAsync(context.HttpContext);
            return Pages.Show<UnsentPage>(
                new UnsentView(page.Path, page.Words.NotTaken(ServiceTitles.Of(away.Service)), form.Fields),
                StatusCodes.Status503ServiceUnavailable
            );
        }
    }
}
