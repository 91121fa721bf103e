package org.waymark.engine.rights;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.engine.schema.StartLock;

/** The few coarse grants there are, written once: what they leave open the task and query guards close. */
@Component
class Grants implements SmartInitializingSingleton {

    private static final List<String> EVERYBODY = List.of(
            "leaders",
            "office",
            "managers",
            "appraisers",
            "cadres",
            "civil",
            "land",
            "finance",
            "construction",
            "economy",
            PeopleProvider.ADMINISTRATORS);
    private static final List<String> OVERSEERS = List.of("leaders", "office", PeopleProvider.ADMINISTRATORS);

    private final AuthorizationService authorizations;
    private final StartLock lock;

    Grants(AuthorizationService authorizations, StartLock lock) {
        this.lock = lock;
        this.authorizations = authorizations;
    }

    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        lock.take();
        for (String group : EVERYBODY) {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.UPDATE_TASK,
                    ProcessDefinitionPermissions.TASK_WORK,
                    ProcessDefinitionPermissions.TASK_ASSIGN);
            grant(group, Resources.FILTER, Authorization.ANY, Permissions.READ);
            grant(group, Resources.USER, Authorization.ANY, Permissions.READ);
            grant(group, Resources.GROUP, Authorization.ANY, Permissions.READ);
        }
        for (String group : OVERSEERS) {
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    Authorization.ANY,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_HISTORY);
        }
        grant(PeopleProvider.ADMINISTRATORS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(PeopleProvider.ADMINISTRATORS, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.READ);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        boolean fresh = false;
        for (Permission permission : permissions) {
            if (!grant.isPermissionGranted(permission)) {
                grant.addPermission(permission);
                fresh = true;
            }
        }
        if (fresh) {
            authorizations.saveAuthorization(grant);
        }
    }
}
