/** JSON read strictly: nothing is accepted that another reader might read differently. */
package dev.audiences.json;
