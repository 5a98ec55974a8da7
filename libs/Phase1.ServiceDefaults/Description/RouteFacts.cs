using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Phase1.ServiceDefaults;

/// <summary>What a route's metadata tell of its requests and answers beyond the handler's signature.</summary>
sealed record RouteFacts(IReadOnlyList<DescribedParameter> Parameters, DescribedBody? Body, IReadOnlyList<Problem> Failures)
{
    internal static RouteFacts Of(ApiDescription route)
    {
        var metadata = route.ActionDescriptor.EndpointMetadata;
        var policy = metadata.OfType<IAuthorizeData>().Select(data => data.Policy).LastOrDefault();
        var isIdempotent = metadata.OfType<IdempotentRoute>().Any();
        var body = metadata.OfType<DescribedBody>().LastOrDefault();
        return new(
            [.. Headers(policy, isIdempotent), .. metadata.OfType<DescribedParameter>()],
            body,
            [
                .. OfAny(route, policy),
                .. isIdempotent ? OfIdempotentRoutes : [],
                .. body is not null || Takes(route, BindingSource.Body) ? OfBodies : [],
                .. metadata.OfType<DescribedProblems>().SelectMany(own => own.Failures),
            ]
        );
    }

    static Problem[] OfIdempotentRoutes => [Problems.InvalidState, Problems.IdempotencyKeyReused, Problems.PayloadTooLarge];

    static Problem[] OfBodies =>
        [Problems.ParsingError, Problems.MissingRequiredField, Problems.PayloadTooLarge, Problems.UnsupportedMediaType];

    static IEnumerable<Problem> OfAny(ApiDescription route, string? policy)
    {
        yield return Problems.ValidationError;
        yield return Problems.AuthenticationError;
        yield return Problems.InvalidApiKey;
        if (policy != Phase1Policies.Service)
        {
            yield return Problems.AuthorizationError;
        }
        if (Takes(route, BindingSource.Path))
        {
            yield return Problems.ResourceNotFound;
        }
        yield return Problems.ProcessingError;
        yield return Problems.ServiceUnavailable;
        yield return Problems.Timeout;
    }

    static bool Takes(ApiDescription route, BindingSource source) =>
        route.ParameterDescriptions.Any(parameter => parameter.Source == source);

    static IEnumerable<DescribedParameter> Headers(string? policy, bool isIdempotent)
    {
        var needsUser = policy is not (Phase1Policies.Service or Phase1Policies.ServiceOrTeacher);
        yield return Header(HeaderNames.ServiceId, "The calling service.") with
        {
            IsRequired = true,
        };
        yield return Header(HeaderNames.UserId, "The user on whose behalf it calls.") with
        {
            IsRequired = needsUser,
        };
        yield return Header(HeaderNames.UserRoles, "The user's roles, separated by commas; without the header a user is a teacher.");
        yield return Header(HeaderNames.OrgId, "The user's organisation.");
        yield return Header(
            HeaderNames.CorrelationId,
            "The chain that the request belongs to; made when there is none, and always answered."
        );
        if (isIdempotent)
        {
            yield return Header(
                HeaderNames.IdempotencyKey,
                "1 to 100 characters. The same key with the same request gives the first answer again for 24 hours."
            );
        }
    }

    static DescribedParameter Header(string name, string meaning) => new(ParameterPlace.Header, name, meaning);
}
