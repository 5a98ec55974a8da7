using Phase1.ClassManagement;
using Phase1.ServiceDefaults;

await Phase1Host.Build(new ClassManagementService(), args).RunAsync();
