using Phase1.ClassManagement;
using Phase1.ServiceDefaults;

return await Phase1Host.RunAsync(new ClassManagementService(), args);
