namespace Phase1.ClassManagement.Deadlines;

static class DeadlineRoom
{
    internal static void AddDeadlines(this IServiceCollection services)
    {
        services.AddSingleton<Schedule>();
        services.AddScoped<TimeoutRelease>();
        services.AddScoped<DueSetTurn>();
        services.AddHostedService<DeadlineMonitor>();
    }
}
