namespace Phase1.ClassManagement.Deadlines;

static class DeadlineModule
{
    internal static void AddDeadlines(this IServiceCollection services)
    {
        services.AddSingleton<Schedule>();
        services.AddSingleton<TimeoutRelease>();
        services.AddSingleton<TeacherNotifications>();
        services.AddScoped<DueSetsTick>();
        services.AddHostedService<DeadlineMonitor>();
    }
}
