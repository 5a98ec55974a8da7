using Microsoft.Extensions.DependencyInjection;

namespace Phase1.Unit.Tests.Verification;

/// <summary>Makes everything of ours that a container can make, and says what cannot be made and what is only a double.</summary>
static class WiringFaults
{
    static readonly string[] Doubles = ["InMemory", "NoOp", "Noop", "Fake", "Null", "Stub", "Mock"];

    // Named after a type, and asked for by that name alone: what forwards a request has no methods.
    static readonly string[] OnlyNames = ["CompletionsClient"];

    internal static async Task<IReadOnlyList<string>> InAsync(IServiceProvider services, IEnumerable<ServiceDescriptor> registrations)
    {
        await using var scope = services.CreateAsyncScope();
        return
        [
            .. registrations
                .Where(one => !one.IsKeyedService && !one.ServiceType.IsGenericTypeDefinition && IsOurs(one))
                .Select(one => one.ServiceType)
                .Where(type => !OnlyNames.Contains(type.Name))
                .Distinct()
                .SelectMany(type => FaultsOf(scope.ServiceProvider, type)),
        ];
    }

    static IEnumerable<string> FaultsOf(IServiceProvider services, Type type)
    {
        try
        {
            return [.. services.GetServices(type).Where(IsDouble).Select(made => $"{type.Name} is {made!.GetType().Name}, a double")];
        }
        catch (InvalidOperationException missing)
        {
            return [$"{type.Name} cannot be made: {missing.Message}"];
        }
    }

    static bool IsOurs(ServiceDescriptor one) =>
        IsOurs(one.ServiceType) || (one.ImplementationType is { } type && IsOurs(type)) || one.ServiceType.GenericTypeArguments.Any(IsOurs);

    static bool IsOurs(Type type) => type.FullName?.StartsWith("Phase1.", StringComparison.Ordinal) is true;

    static bool IsDouble(object? made) =>
        made?.GetType() is { } type
        && IsOurs(type)
        && Doubles.Any(word =>
            type.Name.StartsWith(word, StringComparison.Ordinal) && type.Name.Length > word.Length && char.IsUpper(type.Name[word.Length])
        );
}
