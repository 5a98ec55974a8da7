using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Has a service answer for what it holds about students. Its model needs <see cref="PrivacyModel.AddPrivacyRequests"/> too.</summary>
public static class PersonalData
{
    /// <summary>Adds what the service holds, and the worker that answers for it.</summary>
    /// <typeparam name="TData">The service's tables.</typeparam>
    /// <param name="services">The service's container.</param>
    public static IServiceCollection AddPersonalData<TData>(this IServiceCollection services)
        where TData : class, IPersonalData =>
        services
            .AddScoped<IPersonalData, TData>()
            .AddScoped<PrivacyAnswers>()
            .AddScoped(provider => new PersonalContents(
                provider.GetRequiredService<IPersonalData>(),
                provider.GetRequiredService<DbContext>(),
                provider.GetRequiredService<NpgsqlDataSource>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<PrivacyWorker>()
            .AddHostedService(provider => provider.GetRequiredService<PrivacyWorker>());

    /// <summary>Adds the consumer of questions and orders, and how long they are kept.</summary>
    /// <param name="messaging">What the engine is to handle.</param>
    public static MessagingBuilder AddPersonalData(this MessagingBuilder messaging) =>
        messaging
            .AddConsumer<PrivacyConsumer>()
            .Keep(new AgedTable("privacy_requests", "expires_at", "7 days after the question", _ => TimeSpan.Zero));

    /// <summary>Maps the route by which contents are fetched.</summary>
    /// <param name="routes">The host's routes.</param>
    public static void MapPersonalData(this IEndpointRouteBuilder routes) => GetPersonalContentEndpoint.Map(routes);

    /// <summary>Maps the route by which a service that knows whose essays are says so.</summary>
    /// <param name="routes">The host's routes.</param>
    public static void MapPersonalScope(this IEndpointRouteBuilder routes) => ListPersonalScopeEndpoint.Map(routes);
}
