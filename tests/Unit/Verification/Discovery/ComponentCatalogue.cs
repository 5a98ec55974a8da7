using MassTransit;
using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Servers.Suites;
using Phase1.Verification.Matrix;

namespace Phase1.Unit.Tests.Verification.Discovery;

/// <summary>Every part of the suite, found in the built hosts and in the catalogue of facts.</summary>
static class ComponentCatalogue
{
    internal static async Task<IReadOnlyList<Component>> DiscoverAsync()
    {
        var hosts = await FoundHost.AllAsync();
        var everywhere = hosts.Select(host => host.Routes.AsEnumerable()).Aggregate((one, other) => one.Intersect(other)).ToHashSet();
        return
        [
            .. hosts.SelectMany(host => PartsOf(host).Concat(RoutesOf(host, everywhere))).Distinct(),
            .. Producers(),
            .. Declared.Machines.Select(one => new Component($"{one.Service}.machine.{one.Machine.Name}", ComponentKind.Machine)),
            .. Declared.Outside.Keys.Select(id => new Component(id, ComponentKind.Outside)),
        ];
    }

    /// <summary>As it is written in sources.</summary>
    internal static string NameOf(Type type) =>
        type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GenericTypeArguments.Select(NameOf))}>"
            : type.Name;

    internal static bool IsSaga(Type type) =>
        !type.IsAbstract
        && type.BaseType is { IsGenericType: true } machine
        && machine.GetGenericTypeDefinition() == typeof(MassTransitStateMachine<>);

    internal static bool IsConsumer(Type type) => type.IsClass && !type.IsAbstract && type.IsAssignableTo(typeof(IConsumer));

    static bool IsClient(Type type) =>
        type.IsClass
        && !type.IsAbstract
        && type.GetConstructors().Any(made => made.GetParameters().Any(parameter => parameter.ParameterType == typeof(HttpClient)));

    static IEnumerable<Component> PartsOf(FoundHost host)
    {
        yield return new($"{host.ShortName}.host.{host.Name}", ComponentKind.Host);
        foreach (var type in host.Types)
        {
            if (KindOf(type) is { } kind)
            {
                yield return new($"{OwnerOf(type, host)}.{kind.ToString().ToLowerInvariant()}.{NameOf(type)}", kind);
            }
        }
        foreach (var worker in host.Workers)
        {
            yield return new($"{OwnerOf(worker, host)}.worker.{NameOf(worker)}", ComponentKind.Worker);
        }
        foreach (var section in host.Options)
        {
            yield return new($"{host.ShortName}.options.{section.Name}", ComponentKind.Options);
        }
        yield return new("engine.options.Messaging", ComponentKind.Options);
        yield return new("engine.options.Retention", ComponentKind.Options);
    }

    static ComponentKind? KindOf(Type type) =>
        type.IsSubclassOf(typeof(DbContext)) ? ComponentKind.Store
        : IsSaga(type) ? ComponentKind.Saga
        : IsConsumer(type) ? ComponentKind.Consumer
        : IsClient(type) ? ComponentKind.Client
        : null;

    static IEnumerable<Component> RoutesOf(FoundHost host, HashSet<string> everywhere) =>
        host.Routes.Select(route => new Component(
            $"{(everywhere.Contains(route) ? "host" : host.ShortName)}.endpoint.{route}",
            route.StartsWith("GET ", StringComparison.Ordinal) ? ComponentKind.Reading : ComponentKind.Changing
        ));

    // What others may record too belongs to those of the suite who may.
    static IEnumerable<Component> Producers() =>
        from topic in Topics.All
        from service in SuiteServices.All
        where Topics.ProducersOf(topic).Contains(WireNameOf(service))
        select new Component($"{service.ShortName()}.producer.{topic}", ComponentKind.Producer);

    static string WireNameOf(SuiteService service) => (string)typeof(ServiceNames).GetField(service.ToString())!.GetRawConstantValue()!;

    static string OwnerOf(Type type, FoundHost host) =>
        type.Assembly.GetName().Name is var assembly && assembly == $"Phase1.{host.Name}" ? host.ShortName
        : assembly!.StartsWith("Phase1.Messaging", StringComparison.Ordinal) ? "engine"
        : "host";
}
